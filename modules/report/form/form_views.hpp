#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/form/differences.hpp"
#include "report/form/form_sources.hpp"
#include "report/form/form_store.hpp"
#include "report/period/reporting_period.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

struct ListedForm {
    Form form{};
    FormVersion version{};  ///< in force, or the draft that it is so far
    std::string owner{};
    std::string period{};
    std::string reporters{};
    bool has_draft{};  ///< besides
};

struct FormsPage {
    std::vector<ListedForm> in_force{};
    std::vector<ListedForm> waiting{};  ///< drafts of what is not in force, for who makes forms
    bool may_design{};
};
[[nodiscard]] http::Response forms_page(const Context& context, const FormsPage& page);

struct ShownPeriod {
    ReportingDays days{};
    std::optional<calendar::Due> owner_due{};
};

/// An agency that the form may be put in force for.
struct OwnerChoice {
    std::string code{};
    std::string name{};
};

struct FormPage {
    Form form{};
    FormVersion version{};
    // Shared with the cache of versions: see form_cache.hpp.
    std::shared_ptr<const Definition> definition{};
    FormSources sources{};
    std::string owner{};  ///< name
    std::vector<std::string> reporters{};
    calendar::Scheme scheme{};
    int year{};
    std::vector<ShownPeriod> periods{};  ///< of that year; none of an ad hoc report
    std::vector<FormVersion> versions{};
    int compared_with{};  ///< number of the version that `differences` begin at; 0: none
    std::vector<FormDifference> differences{};
    bool may_design{};
    bool may_open{};                    ///< periods, of a form that is in force
    std::vector<OwnerChoice> owners{};  ///< to choose from, of a draft that may be put in force
    std::string chosen_owner{};         ///< code
    std::vector<Error> faults{};        ///< to be mended before
    web::Fault fault{};
};
[[nodiscard]] http::Response form_page(const Context& context, const FormPage& page);

/// What differs, as a table; used where a form is brought, too.
void difference_table(html::Writer& out, const std::vector<FormDifference>& differences);
/// What is wrong, each with its place: a JSON pointer, or words.
void fault_list(html::Writer& out, const Context& context, const std::vector<Error>& faults);

}  // namespace caicach::report
