// Tens of thousands of employees: more and larger replicas over zones, a database with a standby, a network of its own.
using 'main.bicep'

param image = readEnvironmentVariable('KIKU_IMAGE', '')

param minReplicas = 3
param maxReplicas = 8
param cpu = '1.0'
param memory = '2Gi'

param databaseSku = 'Standard_D2ds_v5'
param databaseTier = 'GeneralPurpose'
param databaseStorageGb = 128
param databaseHighAvailability = 'ZoneRedundant'
param backupDays = 35
param isBackupGeoRedundant = true

param isPrivate = true
param addressSpace = '10.60.0.0/21'
param isZoneRedundant = true

param logDays = 90
param logDailyLimitGb = 5
param botSku = 'S1'

param alertEmail = readEnvironmentVariable('KIKU_ALERT_EMAIL', '')

param settings = {
  DEFAULT_LANGUAGE: 'en'
  DEFAULT_TIME_ZONE: 'Europe/London'
  HELPDESK_CONTACT: 'the helpdesk, on extension 4357'
}
