"""What is never a draft, whatever its type: files of projects, installed programs, registers and policies.

Wherever they lie; those with a slash at the head in the configuration's folder alone.
"""

from __future__ import annotations

from socialint.discover.ignores import Globs

INSTALLED = frozenset({"node_modules", "bower_components", "site-packages", "venv", "__pycache__"})
"""Folders of other people's programs, also where no ignore file names them."""

# Word and its kin leave a file `~$draft.docx` behind while somebody has the draft open.
_PROJECT = """
.*
~$*
socialint.yaml
socialint.yml
waivers.yaml
package.json
package-lock.json
npm-shrinkwrap.json
composer.json
tsconfig*.json
jsconfig.json
lerna.json
deno.json
vercel.json
firebase.json
renovate.json
*.schema.json
*.webmanifest
manifest.json
pyproject.toml
requirements*.txt
constraints*.txt
*.lock
*-lock.yaml
*-lock.json
environment.yml
environment.yaml
pnpm-workspace.yaml
docker-compose*.yml
docker-compose*.yaml
compose.yml
compose.yaml
azure-pipelines.yml
bitbucket-pipelines.yml
appveyor.yml
cloudbuild.yaml
mkdocs.yml
antora.yml
netlify.toml
_config.yml
_config.yaml
CMakeLists.txt
CODEOWNERS
LICENSE*
LICENCE*
COPYING*
NOTICE
NOTICE.*
robots.txt
ads.txt
security.txt
humans.txt
llms.txt
/README
/README.*
/CHANGELOG*
/CONTRIBUTING*
/CODE_OF_CONDUCT*
/SECURITY.*
/GOVERNANCE.*
/AUTHORS*
"""
# By their folders and names where no configuration names them.
_REGISTERS_AND_POLICIES = """
**/registers/*.csv
**/registers/*.yaml
**/registers/*.yml
**/policy/*.yaml
**/policy/*.yml
**/policies/*.yaml
**/policies/*.yml
*[Ss]ocial[-_ ][Mm]edia[-_ ][Pp]olicy*
"""
# What archives of Facebook and Instagram hold beside posts: private messages, and what they keep of a person.
_NOT_PUBLISHED = """
**/messages/**/message_[0-9]*.json
**/ads_information/**/*.json
**/logged_information/**/*.json
**/personal_information/**/*.json
**/security_and_login_information/**/*.json
"""

NOT_DRAFTS = Globs(f"{_PROJECT}{_REGISTERS_AND_POLICIES}{_NOT_PUBLISHED}".splitlines())
