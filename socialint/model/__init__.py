"""The nouns of socialint. Everything else imports them; they import nothing else of ours.

`places` says where something stands, `documents` what there is to check, `views` how a text is
read, `language` what a rule looks for, `policy` what a rule says, `records` what the
organisation knows, `context` who is speaking, where and when, and `findings` what came out.
"""
