#pragma once
#include <optional>

#include "document/official_document.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "identity/api.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "personal_data/request.hpp"

/// The answer to a request as a letter, to be signed and sent.
namespace caicach::personal_data
{

/// Of an answered request; `head` and `signature` as of the day of the answer. Pure.
[[nodiscard]] document::OfficialDocument reply_to(const DataRequest& request,
                                                  const organisation::Letterhead& head,
                                                  const identity::SignatureBlock& signature);

/// GET /du-lieu-ca-nhan/{request}/tra-loi.docx, for who may see the request. "nguoi_ky" is one of
/// those who might sign on the day of the answer; without it the first of them. conflict
/// "personal_data.reply.unanswered"; invalid "personal_data.reply.signer".
[[nodiscard]] Result<http::Response> download_reply(Context& context, const http::Request& request);
/// GET /du-lieu-ca-nhan/{request}/tra-loi.pdf: the same, as pages.
[[nodiscard]] Result<http::Response> download_printed_reply(Context& context,
                                                            const http::Request& request);

}  // namespace caicach::personal_data
