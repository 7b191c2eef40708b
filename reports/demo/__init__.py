"""The demo: a campaign with six teams and twenty-four units, each on its way, seeded through the services.

What its people are called and write stands in the TOML files beside this; what they do, and when, in `stories`.
"""
