// PostgreSQL that takes tokens of Entra and no password.

param name string
param location string
param tags object

@description('Such as Standard_B2s or Standard_D2ds_v5.')
param skuName string

@allowed([
  'Burstable'
  'GeneralPurpose'
  'MemoryOptimized'
])
param skuTier string

@minValue(32)
param storageGb int

@allowed([
  'Disabled'
  'SameZone'
  'ZoneRedundant'
])
param highAvailability string

@minValue(7)
@maxValue(35)
param backupDays int

param isBackupGeoRedundant bool

@description('Empty: the server has a public address that only services inside Azure reach, and only with a token of one of its administrators.')
param subnetId string

param zoneId string

@description('Who Kiku signs in as. It makes its tables itself, so it is an administrator of the server, on which nothing else is.')
param appPrincipalId string

param appPrincipalName string

@description('People, or better a group of them, who may look into the database: objects with objectId, name and type (Group, User or ServicePrincipal).')
param administrators array

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: skuName
    tier: skuTier
  }
  properties: {
    version: '16'
    createMode: 'Default'
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    storage: {
      storageSizeGB: storageGb
      autoGrow: 'Enabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: isBackupGeoRedundant ? 'Enabled' : 'Disabled'
    }
    highAvailability: {
      mode: highAvailability
    }
    network: empty(subnetId) ? {
      publicNetworkAccess: 'Enabled'
    } : {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zoneId
    }
  }
}

// Both zeros mean: services inside Azure (https://learn.microsoft.com/azure/postgresql/flexible-server/security-firewall-rules).
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (empty(subnetId)) {
  parent: server
  name: 'from-azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource app 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = {
  parent: server
  name: appPrincipalId
  dependsOn: [
    fromAzure
  ]
  properties: {
    principalName: appPrincipalName
    principalType: 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
}

// While the app is the only administrator, so that it owns the database: made before there is one, or among several, it belongs to another role,
// and nobody can make tables in it (https://github.com/hashicorp/terraform-provider-azurerm/issues/27895).
resource kiku 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: 'kiku'
  dependsOn: [
    app
  ]
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

// One after the other: the server refuses two changes at once.
@batchSize(1)
resource people 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01' = [for person in administrators: {
  parent: server
  name: person.objectId
  dependsOn: [
    kiku
  ]
  properties: {
    principalName: person.name
    principalType: person.type
    tenantId: tenant().tenantId
  }
}]

output id string = server.id
output name string = server.name
output host string = server.properties.fullyQualifiedDomainName
output database string = kiku.name
