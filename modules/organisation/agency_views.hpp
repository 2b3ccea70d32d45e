#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_record.hpp"
#include "organisation/contact_views.hpp"
#include "organisation/official_code_views.hpp"

namespace caicach::organisation
{

struct AgenciesPage {
    std::string typed{};
    std::string kind{};  ///< the key chosen; empty for all
    std::vector<Kind> kinds{};
    std::vector<AgencySummary> agencies{};  ///< of this page of the list
    std::size_t first{};                    ///< how many stand before it
    std::size_t found{};                    ///< in all
    std::string previous_path{};
    std::string next_path{};
    std::string query{};  ///< "?tim=…": the same list as a file
    Date day{};           ///< asked about
    Date today{};
    bool may_manage{};
    bool may_import{};
};
[[nodiscard]] http::Response agencies_page(const Context& context, const AgenciesPage& page);

/// A form as it was sent, with what is wrong with it.
struct AliasForm {
    std::string alias{};
    std::string valid_from{};
    std::string valid_to{};
    std::optional<Error> error{};
};
/// What was sent from the page of an agency and came back; empty where nothing was.
struct AgencyForms {
    AliasForm alias{};
    ContactForm contact{};
    OfficialCodeForm official_code{};
};
struct AgencyPage {
    AgencyRecord record{};
    std::int64_t units{};  ///< that stand below it today
    AgencyForms forms{};
    Date today{};
    bool may_manage{};
};
[[nodiscard]] http::Response agency_page(const Context& context, const AgencyPage& page);

struct AgencyForm {
    std::string name{};
    std::string short_name{};
    std::string code{};
    std::string kind{};
    std::string parent{};  ///< a slug, or a name
    std::string valid_from{};
    std::string valid_to{};
    std::optional<Error> error{};
};
struct NewAgencyPage {
    AgencyForm form{};
    std::vector<Kind> kinds{};
    std::vector<AgencySummary> parents{};  ///< empty where there are too many for a list
};
[[nodiscard]] http::Response new_agency_page(const Context& context, const NewAgencyPage& page);

}  // namespace caicach::organisation
