#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "http/form.hpp"
#include "http/response.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_views.hpp"
#include "identity/acting/post.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

[[nodiscard]] inline std::string posts_path(std::string_view code)
{
    return account_path(code) + "/chuc-vu";
}
[[nodiscard]] inline std::string post_ends_path(std::string_view code)
{
    return posts_path(code) + "/thoi";
}
[[nodiscard]] inline std::string main_post_path(std::string_view code)
{
    return posts_path(code) + "/chinh";
}

struct PostView {
    Post post{};
    std::string agency{};
    bool is_main{};  ///< at the agency that the account belongs to, today
    bool is_past{};
};

struct PostsPage {
    Account account{};
    std::vector<PostView> posts{};
    bool may_change{};
    BranchChoices choices{};
    http::Form form{};
};
[[nodiscard]] http::Response posts_page(const Context& context, const PostsPage& page);

}  // namespace caicach::identity
