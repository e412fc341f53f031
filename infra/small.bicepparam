// Up to some 2,000 employees: two small replicas, one small database, a public address behind tokens.
using 'main.bicep'

param image = readEnvironmentVariable('KIKU_IMAGE', '')

param minReplicas = 2
param maxReplicas = 4
param cpu = '0.5'
param memory = '1Gi'

param databaseSku = 'Standard_B2s'
param databaseTier = 'Burstable'
param databaseStorageGb = 32

param alertEmail = readEnvironmentVariable('KIKU_ALERT_EMAIL', '')

param settings = {
  DEFAULT_LANGUAGE: 'en'
  DEFAULT_TIME_ZONE: 'Europe/London'
  HELPDESK_CONTACT: 'the helpdesk, on extension 4357'
}
