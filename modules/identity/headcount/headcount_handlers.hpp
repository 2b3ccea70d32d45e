#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

/// Numbers of people of the agencies that the actor has in reach.
namespace caicach::identity
{

/// GET /so-nguoi-lam-viec: "ngay" is the day, today without; "theo=nay" adds an old day's numbers
/// up by the agencies of today.
[[nodiscard]] Result<http::Response> show_headcount(Context& context, const http::Request& request);
/// GET /so-nguoi-lam-viec/tep.csv
[[nodiscard]] Result<http::Response> export_headcount(Context& context,
                                                      const http::Request& request);
/// POST /so-nguoi-lam-viec: one number
[[nodiscard]] Result<http::Response> post_headcount(Context& context, const http::Request& request);
/// POST /so-nguoi-lam-viec/bang: a table pasted from a spreadsheet
[[nodiscard]] Result<http::Response> post_headcount_table(Context& context,
                                                          const http::Request& request);

}  // namespace caicach::identity
