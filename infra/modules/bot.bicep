// The bot as Teams knows it: its id, where its messages go, and the channel.

param name string
param displayName string
param tags object

@allowed([
  'F0'
  'S1'
])
param skuName string

@allowed([
  'UserAssignedMSI'
  'SingleTenant'
])
param appType string

param appId string

@description('UserAssignedMSI: the identity that has this id.')
param identityId string

@description('Where the app answers: https://…/api/messages.')
param endpoint string

@description('As CLOUD of the program names it.')
param cloud string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: skuName
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: appId
    msaAppType: appType
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: appType == 'UserAssignedMSI' ? identityId : null
    // Direct Line and its keys are not used.
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      deploymentEnvironment: cloud == 'gcc' ? 'GCCModerateDeployment' : 'CommercialDeployment'
    }
  }
}
