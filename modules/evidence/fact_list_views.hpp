#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/fact_form_views.hpp"
#include "evidence/fact_list.hpp"
#include "html/html.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"

namespace caicach::evidence
{

struct FactListPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from; empty: only one's own
    ListQuery query{};
    std::string from{};  ///< as typed
    std::string to{};
    std::vector<RecordedFact> facts{};
    std::vector<std::string> about{};  ///< of each fact, whom it is about, in words
    std::string next_path{};
    std::string pack_path{};  ///< of what counts in these days
    bool may_record{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response fact_list_page(const Context& context, const FactListPage& page);

/// What an agency did, and what is about it: the two sides of its ledger.
void write_sides(html::Writer& out, std::string_view slug, bool is_about);

/// The form of a fact that is not for one obligation.
struct NewFactPage {
    std::string agency{};
    std::string product{};
    FactFields typed{};
    std::string key{};                                    ///< under which it is sent
    std::vector<organisation::AgencySummary> agencies{};  ///< that it can be about
    std::optional<Error> error{};
};
[[nodiscard]] http::Response new_fact_page(const Context& context, const NewFactPage& page);

}  // namespace caicach::evidence
