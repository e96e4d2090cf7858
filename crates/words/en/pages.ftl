# pages

## rendering
site-skip = Skip to content
site-navigation = Main navigation
site-start = Home
site-fields = Fields of action
site-areas = Areas
site-methods = Methods
site-data = Data
site-releases = Data and releases
site-languages = Language
site-own-language = English
site-trail = You are here
site-parts = On this page
site-publisher = Published by
site-contact = Contact
site-licence = Licence of the data
site-made-with = Made with Mehrklang. This site uses no cookies and loads nothing from other providers.
site-not-found = Page not found
site-not-found-text = There is no page at this address.
site-note-information = Note:
site-note-caution = Please note:
site-note-break = Break in the series:
site-as-table = Values as a table
site-axis-broken = The vertical axis does not begin at zero.
site-legend = Legend
site-look-nothing = exactly zero
site-look-withheld = not published or unknown
site-look-unreliable = of limited reliability
site-look-pending = to follow later
site-look-senseless = not meaningful
site-look-missing = not supplied
