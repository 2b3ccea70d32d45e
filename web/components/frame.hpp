#pragma once
#include <string>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "web/components/page.hpp"

namespace caicach::web
{

/// The frame of a page of this request: province, menu, who is signed in, flash message. The
/// handler adds crumbs, description and width.
[[nodiscard]] Frame frame_of(const Context& context, std::string title);

/// `content` inside the frame, as the answer to a request.
[[nodiscard]] http::Response show(const Frame& frame, Content content, int status = 200);

/// The name of the cookie that carries the key of a flash message to the next page, without its
/// "__Host-".
inline constexpr std::string_view flash_cookie = "loi-nhan";

/// 303 to `path`, where the message of `key` is shown once.
[[nodiscard]] http::Response redirect_with(std::string_view path, std::string_view key);

/// A page that says what went wrong and what to do; also for errors that no handler met.
[[nodiscard]] http::Response error_page(const Context& context, const Error& error);

}  // namespace caicach::web
