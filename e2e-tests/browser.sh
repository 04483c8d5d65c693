#!/bin/sh
# Gives the end-to-end tests a browser. Maven runs it before them (-DskipBrowser=true: not at all).
# Silent and quick when Chromium or Chrome and its driver are there, so it may run any number of times.
set -u

# Not chromium-browser: on Ubuntu that only asks for a snap.
have_browser() { command -v chromium || command -v google-chrome || command -v google-chrome-stable; } >/dev/null 2>&1
have_driver() { command -v chromedriver; } >/dev/null 2>&1

have_browser && have_driver && exit 0

# On other systems Selenium Manager finds the browser, or downloads it.
[ "$(uname -s)" = Linux ] || exit 0

system=$(. /etc/os-release 2>/dev/null && echo "${ID:-unknown}")

install_packages() {
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@" >/dev/null 2>&1
}

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing a browser for the end-to-end tests (once) ..."
    apt-get update -qq >/dev/null 2>&1
    install_packages fonts-noto-color-emoji fonts-liberation
    if [ "$system" = ubuntu ]; then
        # Chromium is a snap here, which containers cannot run. Selenium Manager downloads Chrome: give it its libraries.
        install_packages libasound2t64 || install_packages libasound2
        install_packages libnss3 libgbm1 libatk1.0-0 libatk-bridge2.0-0 libcups2 libdrm2 libxkbcommon0 \
            libxcomposite1 libxdamage1 libxfixes3 libxrandr2 libpango-1.0-0 libcairo2 ca-certificates
    else
        install_packages chromium chromium-driver
    fi
fi

have_browser && exit 0

# Selenium Manager can download Chrome for this processor only.
if [ "$(uname -m)" = x86_64 ]; then
    echo "No Chromium or Chrome here: Selenium tries to download one. If it fails: sudo apt-get install chromium chromium-driver"
    exit 0
fi
echo "The end-to-end tests need a browser: install Chromium and chromedriver (Debian: sudo apt-get install chromium chromium-driver), or skip them with -DskipITs" >&2
exit 1
