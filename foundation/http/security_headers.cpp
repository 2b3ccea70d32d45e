#include "http/security_headers.hpp"

namespace caicach::http
{

void add_security_headers(Response& response)
{
    response.set_header("Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; "
                        "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
                        "object-src 'none'; manifest-src 'self'");
    response.set_header("X-Content-Type-Options", "nosniff");
    // The address of a page may tell whose task one was reading: it stays here.
    response.set_header("Referrer-Policy", "same-origin");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    response.set_header("Permissions-Policy",
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
}

}  // namespace caicach::http
