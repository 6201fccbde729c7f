"""What is kept from a caller who asks for it all the same, each rule in one file.

They hold for every route. Which scope a route needs is said at the route, and looked at beside this folder.
"""
