// Kiku itself: two replicas or more.

param name string
param location string
param tags object
param environmentId string

@description('The identity that pulls the image and reads the vault; with UserAssignedMSI it is the bot.')
param identityId string

param registryServer string

@description('In the registry, such as kiku:1.0.0.')
param image string

@description('What the program is told in environment variables, beside its secret.')
param settings object

@description('SingleTenant: where the secret lies. Empty: there is none.')
param passwordUri string

@description('The Application Insights that measures and traces go to.')
param insightsName string

@minValue(2)
param minReplicas int

param maxReplicas int

@description('Of each replica of Kiku: cores as text, because Bicep knows no fractions, and memory.')
param cpu string

param memory string

var port = 3978
var hasPassword = !empty(passwordUri)

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var told = [for setting in items(settings): {
  name: setting.key
  value: string(setting.value)
}]

var password = [
  {
    name: 'MICROSOFT_APP_PASSWORD'
    secretRef: 'app-password'
  }
]

var telemetry = [
  {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
    secretRef: 'insights'
  }
]

var kiku = {
  name: 'kiku'
  image: '${registryServer}/${image}'
  resources: {
    cpu: json(cpu)
    memory: memory
  }
  env: concat(told, telemetry, hasPassword ? password : [])
  probes: [
    {
      type: 'Startup'
      httpGet: {
        path: '/healthz'
        port: port
      }
      periodSeconds: 3
      timeoutSeconds: 3
      failureThreshold: 10
    }
    {
      type: 'Liveness'
      httpGet: {
        path: '/healthz'
        port: port
      }
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    }
    // Not /readyz, which is 503 while the database is away: all replicas would be taken out at once, and people would hear nothing
    // instead of an apology. Kiku listens only once the database, the schema and the knowledge are ready.
    {
      type: 'Readiness'
      httpGet: {
        path: '/healthz'
        port: port
      }
      periodSeconds: 5
      timeoutSeconds: 5
      failureThreshold: 3
    }
  ]
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // One after the other: the next version takes over when it is ready, and both run until then.
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: concat([
        {
          name: 'insights'
          value: insights.properties.ConnectionString
        }
      ], hasPassword ? [
        {
          name: 'app-password'
          keyVaultUrl: passwordUri
          identity: identityId
        }
      ] : [])
    }
    template: {
      // Kiku needs ten at most: turns, then messages on their way, then its leases.
      terminationGracePeriodSeconds: 30
      containers: [
        kiku
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'messages'
            http: {
              metadata: {
                concurrentRequests: '40'
              }
            }
          }
        ]
      }
    }
  }
}

output id string = app.id
output name string = app.name
output host string = app.properties.configuration.ingress.fqdn
