// What an operator is called for. The measures and their names are those of docs/observing.md.

@description('Where the alert rules lie.')
param location string

@description('Begins the name of each rule.')
param prefix string

param tags object

@description('The Log Analytics workspace behind Application Insights and the environment.')
param workspaceId string

@description('The container app that runs Kiku.')
param appId string
param appName string

@description('Who is told, by mail. Empty: the rules fire and tell nobody.')
param mailTo string[]

var queryRules = [
  {
    name: 'nobody-reports'
    title: 'Kiku: no instance reports'
    severity: 1
    minutes: 10
    threshold: 1
    operator: 'LessThan'
    query: 'AppMetrics | where Name == "kiku.outbox.rows" | summarize Found = count()'
    column: 'Found'
  }
  {
    name: 'turns-fail'
    title: 'Kiku: turns fail'
    severity: 1
    minutes: 15
    threshold: 3
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.turn.duration" and tostring(Properties.outcome) == "failed" | summarize Found = sum(ItemCount)'
    column: 'Found'
  }
  {
    name: 'messages-wait'
    title: 'Kiku: messages wait to be sent'
    severity: 1
    minutes: 10
    threshold: 120
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.outbox.age" | summarize Found = max(Max)'
    column: 'Found'
  }
  {
    name: 'not-ready'
    title: 'Kiku: an instance is not ready'
    severity: 2
    minutes: 10
    threshold: 10
    operator: 'GreaterThan'
    query: 'ContainerAppSystemLogs | where ContainerAppName == "${appName}" and Reason == "ProbeFailed" | summarize Found = count()'
    column: 'Found'
  }
  {
    name: 'turns-are-slow'
    title: 'Kiku: turns are slow'
    severity: 2
    minutes: 15
    threshold: 3
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.turn.duration" | summarize Found = sum(Sum) / sum(ItemCount)'
    column: 'Found'
  }
  {
    name: 'service-health-is-old'
    title: 'Kiku: Service Health is not read'
    severity: 2
    minutes: 15
    threshold: 900
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.poll.age" | summarize Found = max(Max)'
    column: 'Found'
  }
  {
    name: 'messages-given-up'
    title: 'Kiku: messages were given up'
    severity: 2
    minutes: 60
    threshold: 0
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.dead_letters" | summarize Found = max(Max) - min(Min)'
    column: 'Found'
  }
  {
    name: 'jobs-given-up'
    title: 'Kiku: jobs were given up'
    severity: 2
    minutes: 60
    threshold: 0
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.jobs.dead" | summarize Found = max(Max)'
    column: 'Found'
  }
  {
    name: 'cases-are-late'
    title: 'Kiku: cases of the helpdesk are late'
    severity: 3
    minutes: 60
    threshold: 0
    operator: 'GreaterThan'
    query: 'AppMetrics | where Name == "kiku.cases.overdue" | summarize Found = min(Min)'
    column: 'Found'
  }
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'kiku'
    enabled: true
    emailReceivers: [
      for (address, index) in mailTo: {
        name: 'operator-${index}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource byQuery 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in queryRules: {
    name: '${prefix}-${rule.name}'
    location: location
    tags: tags
    properties: {
      displayName: rule.title
      description: 'What it means and what to do: docs/observing.md and docs/running.md of Kiku.'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${rule.minutes}M'
      // The tables are there once something was written to them.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: rule.column
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroup.id] }
    }
  }
]

resource answers5xx 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-answers-5xx'
  location: 'global'
  tags: tags
  properties: {
    description: 'Kiku answers 5xx.'
    severity: 1
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'answers-5xx'
          metricNamespace: 'Microsoft.App/containerapps'
          metricName: 'Requests'
          dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }]
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroup.id }]
  }
}

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-restarts'
  location: 'global'
  tags: tags
  properties: {
    description: 'Instances of Kiku restart again and again.'
    severity: 2
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'restarts'
          metricNamespace: 'Microsoft.App/containerapps'
          metricName: 'RestartCount'
          operator: 'GreaterThan'
          threshold: 3
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroup.id }]
  }
}

// For rules that stand elsewhere.
output actionGroupId string = actionGroup.id
