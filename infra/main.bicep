// Everything that Kiku needs in Azure, in one resource group. docs/deploying.md tells how it is used, step by step.
// It is deployed twice: without an image, which makes the registry; and with one, once it has been pushed there.

@description('What all names begin with.')
@minLength(3)
@maxLength(16)
param name string = 'kiku'

param location string = resourceGroup().location

param tags object = {
  app: 'kiku'
}

@description('In the registry, such as kiku:1.0.0. Empty: everything but the app, the bot and the alerts, which need it.')
param image string = ''

@description('UserAssignedMSI has no secret. SingleTenant is for tenants in which the bot must be an app registration.')
@allowed([
  'UserAssignedMSI'
  'SingleTenant'
])
param appType string = 'UserAssignedMSI'

@description('SingleTenant: of the app registration, its id, the object id of its service principal, and its name.')
param appId string = ''
param appPrincipalId string = ''
param appPrincipalName string = ''

@description('SingleTenant: the secret of the app registration. It goes into a vault and nowhere else.')
@secure()
param appPassword string = ''

@description('Which of Microsoft\'s clouds the tenant is in.')
@allowed([
  'public'
  'gcc'
  'gcc-high'
  'dod'
])
param cloud string = 'public'

@description('Settings of docs/running.md, by their names, such as HELPDESK_CONTACT. What is decided here (credentials, database, telemetry) is not set again.')
param settings object = {}

@description('As people see it in Azure; in Teams the name is that of the manifest.')
param displayName string = 'Kiku'

@description('F0 is enough for Teams, whose messages cost nothing; S1 has a service level.')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'F0'

@minValue(2)
param minReplicas int = 2

@maxValue(10)
param maxReplicas int = 4

@description('Of each replica; pairs that the platform knows, such as 0.5 and 1Gi, 1.0 and 2Gi.')
param cpu string = '0.5'
param memory string = '1Gi'

@description('Each replica holds up to 12 connections, and while a version is replaced there are twice as many replicas: Standard_B1ms allows 35 in all, which is too few.')
param databaseSku string = 'Standard_B2s'

@allowed([
  'Burstable'
  'GeneralPurpose'
  'MemoryOptimized'
])
param databaseTier string = 'Burstable'

@minValue(32)
param databaseStorageGb int = 32

@allowed([
  'Disabled'
  'SameZone'
  'ZoneRedundant'
])
param databaseHighAvailability string = 'Disabled'

@minValue(7)
@maxValue(35)
param backupDays int = 14

param isBackupGeoRedundant bool = false

@description('People, or better a group, who may look into the database: objects with objectId, name and type.')
param databaseAdministrators array = []

@description('A network of its own, in which the database has no public address. Cannot be changed later without making both anew.')
param isPrivate bool = false

param addressSpace string = '10.60.0.0/21'

@description('Replicas in several zones; only with a network of its own.')
param isZoneRedundant bool = false

@minValue(30)
@maxValue(730)
param logDays int = 30

param logDailyLimitGb int = 1

@description('Who is written to when something is wrong. Empty: nobody, and the alerts are seen in Azure only.')
param alertEmail string = ''

var suffix = uniqueString(resourceGroup().id)
var isMsi = appType == 'UserAssignedMSI'
var isGovernment = cloud == 'gcc-high' || cloud == 'dod'
var databaseSuffix = isGovernment ? 'postgres.database.usgovcloudapi.net' : 'postgres.database.azure.com'
var hasImage = !empty(image)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${name}'
    location: location
    tags: tags
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: '${replace(name, '-', '')}${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    workspaceName: 'log-${name}'
    insightsName: 'appi-${name}'
    location: location
    tags: tags
    retentionDays: logDays
    dailyLimitGb: logDailyLimitGb
  }
}

module network 'modules/network.bicep' = if (isPrivate) {
  name: 'network'
  params: {
    name: 'vnet-${name}'
    location: location
    tags: tags
    addressSpace: addressSpace
    databaseSuffix: databaseSuffix
  }
}

module vault 'modules/vault.bicep' = if (!isMsi) {
  name: 'vault'
  params: {
    name: 'kv${take(replace(name, '-', ''), 9)}${suffix}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    appPassword: appPassword
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: 'psql-${name}-${suffix}'
    location: location
    tags: tags
    skuName: databaseSku
    skuTier: databaseTier
    storageGb: databaseStorageGb
    highAvailability: databaseHighAvailability
    backupDays: backupDays
    isBackupGeoRedundant: isBackupGeoRedundant
    subnetId: isPrivate ? network!.outputs.databaseSubnetId : ''
    zoneId: isPrivate ? network!.outputs.zoneId : ''
    appPrincipalId: isMsi ? identity.outputs.principalId : appPrincipalId
    appPrincipalName: isMsi ? identity.outputs.name : appPrincipalName
    administrators: databaseAdministrators
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    name: 'cae-${name}'
    location: location
    tags: tags
    workspaceId: logs.outputs.workspaceId
    subnetId: isPrivate ? network!.outputs.appSubnetId : ''
    isZoneRedundant: isPrivate && isZoneRedundant
  }
}

var databaseUser = uriComponent(isMsi ? identity.outputs.name : appPrincipalName)
var databaseUrl = 'postgres://${databaseUser}@${database.outputs.host}:5432/${database.outputs.database}?sslmode=verify-full'

module app 'modules/app.bicep' = if (hasImage) {
  name: 'app'
  params: {
    name: 'ca-${name}'
    location: location
    tags: tags
    environmentId: environment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: image
    settings: union(settings, {
      MICROSOFT_APP_TYPE: appType
      MICROSOFT_APP_ID: isMsi ? identity.outputs.clientId : appId
      MICROSOFT_APP_TENANT_ID: tenant().tenantId
      CLOUD: cloud
      DATABASE_URL: databaseUrl
      DATABASE_AUTH: 'entra'
      // The platform sends messages for a moment longer than it says.
      LINGER_SECONDS: '4'
    })
    passwordUri: isMsi ? '' : vault!.outputs.passwordUri
    insightsName: logs.outputs.insightsName
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    cpu: cpu
    memory: memory
  }
}

module bot 'modules/bot.bicep' = if (hasImage) {
  name: 'bot'
  params: {
    name: 'bot-${name}-${suffix}'
    displayName: displayName
    tags: tags
    skuName: botSku
    appType: appType
    appId: isMsi ? identity.outputs.clientId : appId
    identityId: identity.outputs.id
    endpoint: 'https://${app!.outputs.host}/api/messages'
    cloud: cloud
  }
}

module alerts 'modules/alerts.bicep' = if (hasImage) {
  name: 'alerts'
  params: {
    prefix: name
    location: location
    tags: tags
    workspaceId: logs.outputs.workspaceId
    appId: app!.outputs.id
    appName: app!.outputs.name
    mailTo: empty(alertEmail) ? [] : [
      alertEmail
    ]
  }
}

module outside 'modules/outside.bicep' = if (hasImage) {
  name: 'outside'
  params: {
    prefix: name
    location: location
    tags: tags
    actionGroupId: alerts!.outputs.actionGroupId
    host: app!.outputs.host
    insightsId: logs.outputs.insightsId
    databaseId: database.outputs.id
  }
}

@description('For az acr build, and az acr login.')
output registryName string = registry.outputs.name

@description('For infra/grant-graph-roles.sh.')
output principalId string = isMsi ? identity.outputs.principalId : appPrincipalId

@description('For npm run package: --bot-id and --domain.')
output botId string = isMsi ? identity.outputs.clientId : appId
output host string = hasImage ? app!.outputs.host : ''

output databaseHost string = database.outputs.host
