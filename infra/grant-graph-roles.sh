#!/usr/bin/env bash
# Grants Kiku's identity what it reads in Microsoft Graph, and says what is left to do. See docs/deploying.md.
set -euo pipefail

readonly GRAPH=00000003-0000-0000-c000-000000000000
readonly REQUIRED=(ServiceHealth.Read.All ServiceMessage.Read.All)
readonly OPTIONAL=(User.Read.All DeviceManagementManagedDevices.Read.All GroupMember.Read.All Member.Read.Hidden TeamMember.Read.All Application.Read.All)

usage() {
  cat <<'TEXT'
Usage: infra/grant-graph-roles.sh [--dry-run | --remove] [--with PERMISSION]... PRINCIPAL

  PRINCIPAL   the object id of Kiku's identity: the output principalId of the deployment
  --dry-run   says what would be done, and changes nothing
  --remove    takes away what was granted
  --with      one of these beside ServiceHealth.Read.All and ServiceMessage.Read.All:
                User.Read.All                            what an employee works as, on the card of a case
                DeviceManagementManagedDevices.Read.All  their managed devices, on the card of a case
                GroupMember.Read.All                     who is in the group of employees that may use Kiku
                Member.Read.Hidden                       the same, where the members of that group are hidden
                TeamMember.Read.All                      who owns a team, where its owner does not consent to that
                Application.Read.All                     when the secret of the app registration ends

Needs the Azure CLI, signed in as somebody who is Privileged Role Administrator or Global Administrator in the tenant.
TEXT
}

fail() {
  printf 'Nothing more was done. %s\n' "$1" >&2
  exit 1
}

# What Microsoft calls the application's (not the delegated) permission; held against the tenant's own list before it is used.
id_of() {
  case $1 in
    ServiceHealth.Read.All) echo 79c261e0-fe76-4144-aad5-bdc68fbe4037 ;;
    ServiceMessage.Read.All) echo 1b620472-6534-4fe6-9df2-4680e8aa28ec ;;
    User.Read.All) echo df021288-bdef-4463-88db-98f22de89214 ;;
    DeviceManagementManagedDevices.Read.All) echo 2f51be20-0bb4-4fed-bf7b-db946066c75e ;;
    GroupMember.Read.All) echo 98830695-27a2-44f7-8c18-0c3ebc9698f6 ;;
    Member.Read.Hidden) echo 658aa5d8-239f-45c4-aa12-864f4fc7e490 ;;
    TeamMember.Read.All) echo 660b7406-55f1-41ca-a0ed-0b035e182f3e ;;
    Application.Read.All) echo 9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30 ;;
  esac
}

# One value out of an answer; empty when there is none.
ask() {
  local answer
  answer=$(az "$@" --output tsv) || return 1
  if [[ $answer != None ]]; then printf '%s' "$answer"; fi
}

assignment_of() {
  ask rest --method get --url "$assignments" --query "value[?appRoleId=='$1' && resourceId=='$resource'].id | [0]"
}

mode=grant
principal=
permissions=("${REQUIRED[@]}")
while (($# > 0)); do
  case $1 in
    --help | -h)
      usage
      exit 0
      ;;
    --dry-run) mode=dry-run ;;
    --remove) mode=remove ;;
    --with)
      [[ " ${OPTIONAL[*]} " == *" ${2:-} "* ]] || fail "--with takes one of: ${OPTIONAL[*]}."
      permissions+=("$2")
      shift
      ;;
    -*) fail "There is no option $1. See --help." ;;
    *)
      [[ -z $principal ]] || fail "There is more than one principal. See --help."
      principal=$1
      ;;
  esac
  shift
done
[[ $principal =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]] || fail 'PRINCIPAL must be an object id such as 11111111-2222-3333-4444-555555555555. See --help.'

command -v az >/dev/null || fail 'The Azure CLI is not here: https://learn.microsoft.com/cli/azure/install-azure-cli.'
tenant=$(ask account show --query tenantId) || fail 'The Azure CLI is not signed in: az login.'
origin=$(ask cloud show --query endpoints.microsoftGraphResourceId) || fail 'The Azure CLI does not say which cloud it is in: az cloud list.'
readonly assignments="${origin%/}/v1.0/servicePrincipals/$principal/appRoleAssignments"
name=$(ask ad sp show --id "$principal" --query displayName) ||
  fail "There is no service principal $principal in the tenant $tenant. It is the output principalId of the deployment; a new identity takes a minute or two to be seen."
resource=$(ask ad sp show --id "$GRAPH" --query id) || fail "Microsoft Graph was not found in the tenant $tenant."
printf 'Tenant %s, identity %s (%s)\n' "$tenant" "$name" "$principal"

for permission in "${permissions[@]}"; do
  role=$(id_of "$permission")
  seen=$(ask ad sp show --id "$GRAPH" --query "appRoles[?value=='$permission' && contains(allowedMemberTypes, 'Application')].id | [0]") ||
    fail 'The permissions of Microsoft Graph cannot be read.'
  [[ $seen == "$role" ]] || fail "In this tenant $permission has the id ${seen:-of nothing}, and not $role."
  assignment=$(assignment_of "$role") || fail "What $name has been granted cannot be read."
  case $mode in
    dry-run)
      if [[ -n $assignment ]]; then state='is granted'; else state='would be granted'; fi
      ;;
    grant)
      state='was granted before'
      if [[ -z $assignment ]]; then
        body="{\"principalId\":\"$principal\",\"resourceId\":\"$resource\",\"appRoleId\":\"$role\"}"
        az rest --method post --url "$assignments" --headers Content-Type=application/json --body "$body" --output none ||
          fail "$permission was refused: whoever is signed in must be Privileged Role Administrator or Global Administrator."
        state='is granted now'
      fi
      ;;
    remove)
      state='was not granted'
      if [[ -n $assignment ]]; then
        az rest --method delete --url "$assignments/$assignment" --output none || fail "$permission could not be taken away."
        state='is taken away'
      fi
      ;;
  esac
  printf '  %-41s %s\n' "$permission" "$state"
done

if [[ $mode == grant ]]; then
  cat <<'TEXT'
This was the consent of an administrator: for application permissions there is no other.
Azure keeps a token of an identity for up to a day, and what is new is in the next one: granted before the app first starts, it holds at once.
What is left:
  - the app's package is allowed in the Teams admin centre (npm run package);
  - an owner who adds Kiku to the helpdesk's team consents to what it asks for there.
TEXT
fi
