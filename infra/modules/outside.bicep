// What is known without Kiku's own word: whether the world reaches it, and how its database is.

param prefix string
param location string
param tags object

@description('Who is told: the action group of the other rules.')
param actionGroupId string

@description('Where Kiku answers.')
param host string

param insightsId string
param databaseId string

// From three places far from one another: https://learn.microsoft.com/azure/azure-monitor/app/availability#location-population-tags
var places = [
  'emea-nl-ams-azr'
  'apac-sg-sin-azr'
  'us-va-ash-azr'
]

var databaseRules = [
  {
    name: 'database-is-away'
    title: 'The database of Kiku does not live.'
    severity: 1
    metric: 'is_db_alive'
    aggregation: 'Maximum'
    operator: 'LessThan'
    threshold: 1
    minutes: 5
  }
  {
    name: 'database-is-full'
    title: 'The database of Kiku is nearly full. It grows by itself while its disk can.'
    severity: 2
    metric: 'storage_percent'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 85
    minutes: 15
  }
  {
    name: 'database-is-busy'
    title: 'The processors of the database of Kiku have been busy for half an hour: a larger one is needed, or a Burstable one has no credits left.'
    severity: 2
    metric: 'cpu_percent'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 90
    minutes: 30
  }
]

resource reached 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${prefix}-readyz'
  location: location
  tags: union(tags, {
    'hidden-link:${insightsId}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${prefix}-readyz'
    Name: '${prefix}-readyz'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [for place in places: {
      Id: place
    }]
    Request: {
      RequestUrl: 'https://${host}/readyz'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unreached 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-not-reached'
  location: 'global'
  tags: tags
  properties: {
    description: 'Kiku does not answer, or is not ready, as seen from two places outside.'
    severity: 1
    enabled: true
    scopes: [
      reached.id
      insightsId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: reached.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

resource ofDatabase 'Microsoft.Insights/metricAlerts@2018-03-01' = [for rule in databaseRules: {
  name: '${prefix}-${rule.name}'
  location: 'global'
  tags: tags
  properties: {
    description: rule.title
    severity: rule.severity
    enabled: true
    scopes: [
      databaseId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT${rule.minutes}M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: rule.name
          metricName: rule.metric
          operator: rule.operator
          threshold: rule.threshold
          timeAggregation: rule.aggregation
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}]
