#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "channel/newsletter/edition.hpp"
#include "channel/newsletter/sending_views.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "web/components/fault.hpp"

namespace caicach::channel
{

/// One issue at the desk: what stands in it, where it stands itself, what may be done now.
struct IssuePage {
    http::Form form{};
    web::Fault fault{};
    Edition edition{};
    std::vector<IssueAct> acts{};
    bool is_own{};                         ///< of who looks, and therefore not his to approve
    std::optional<SendingView> sending{};  ///< of one that went out
    std::vector<newsroom::PublishedArticle> candidates{};
    std::vector<std::string> candidate_agencies{};  ///< names beside them

    [[nodiscard]] bool may(IssueAct act) const
    {
        return std::ranges::find(acts, act) != acts.end();
    }
};
[[nodiscard]] http::Response issue_page(const Context& context, const IssuePage& page);

}  // namespace caicach::channel
