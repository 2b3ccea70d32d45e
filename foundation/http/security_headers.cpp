#include "http/security_headers.hpp"

namespace caicach::http
{

namespace
{

constexpr HeaderLiteral page_policy{
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; manifest-src 'self'"};

/// A file that somebody brought is to be saved. Whoever shows it all the same gives it an origin of
/// its own: it runs nothing, reads no cookie, asks for nothing.
constexpr HeaderLiteral download_policy{
    "sandbox; default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'"};

}  // namespace

void add_security_headers(Response& response)
{
    const bool is_download = response.header("Content-Disposition").starts_with("attachment");
    response.set_header("Content-Security-Policy", is_download ? download_policy : page_policy);
    response.set_header("X-Content-Type-Options", "nosniff");
    // The address of a page may tell whose task one was reading: it stays here.
    response.set_header("Referrer-Policy", "same-origin");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    // A page that records may ask for the microphone; it says so itself.
    if (response.header("Permissions-Policy").empty())
        response.set_header("Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
}

}  // namespace caicach::http
