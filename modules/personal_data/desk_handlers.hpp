#pragma once
#include "base/result.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "personal_data/request.hpp"

namespace caicach::personal_data
{

/// The inbox: open requests, the most urgent first, or with `muc=da-tra-loi` the answered ones.
[[nodiscard]] Result<http::Response> show_requests(Context& context, const http::Request& request);
/// The open ones for spreadsheets.
[[nodiscard]] Result<http::Response> export_requests(Context& context,
                                                     const http::Request& request);
/// What somebody without an account asked on paper.
[[nodiscard]] Result<http::Response> show_new_request(Context& context,
                                                      const http::Request& request);
[[nodiscard]] Result<http::Response> post_request(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> show_request(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_acknowledgement(Context& context,
                                                          const http::Request& request);
[[nodiscard]] Result<http::Response> post_extension(Context& context, const http::Request& request);
[[nodiscard]] Result<http::Response> post_answer(Context& context, const http::Request& request);

/// The request that the address names, where the actor has the permission for its agency. For the
/// letter of the answer too.
[[nodiscard]] Result<DataRequest> request_in(const Context& context,
                                             database::Transaction& transaction,
                                             const http::Request& request,
                                             const Permission& permission);
/// That the actor saw the person: one without an account by the request, others by their account
/// too.
void note(Context& context, const DataRequest& request);

}  // namespace caicach::personal_data
