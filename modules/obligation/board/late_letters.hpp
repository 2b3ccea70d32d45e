#pragma once
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// The list of the late as drafts of official letters, .docx. "nguoi_ky" is one of those who might
/// sign for the coordinating agency today; without it the first of them. conflict
/// "obligation.late.none" where nobody is late; invalid "obligation.late.signer".
namespace caicach::obligation
{

/// A notice to the agencies.
[[nodiscard]] Result<http::Response> download_late_notice(Context& context,
                                                          const http::Request& request);
/// "mau" in the query: "bao-cao" for a report to the committee, else a notice to the agencies.
[[nodiscard]] Result<http::Response> download_late_letter(Context& context,
                                                          const http::Request& request);

}  // namespace caicach::obligation
