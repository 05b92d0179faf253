"""What Starlette serves around Streamlit: assets, bundles, headers, live updates, staff login, start-up."""
