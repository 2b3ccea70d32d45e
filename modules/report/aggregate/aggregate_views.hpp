#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/aggregate/aggregate.hpp"
#include "report/aggregate/table_totals.hpp"
#include "report/form/form_cache.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// The last period of a form that somebody collects.
struct CollectedForm {
    Form form{};
    ReportPeriod period{};
    organisation::AgencySummary collector{};
    Collecting collecting{};
};
[[nodiscard]] http::Response collected_forms_page(const Context& context,
                                                  const std::vector<CollectedForm>& forms);

/// Who collects, of those whose numbers the person may add up.
struct Collectors {
    organisation::AgencySummary chosen{};
    std::vector<organisation::AgencySummary> all{};
};

struct CollectedPeriod {
    ReportPeriod period{};
    Collecting collecting{};
};
struct CollectedPeriodsPage {
    Form form{};
    Collectors collectors{};
    std::vector<CollectedPeriod> periods{};  ///< the latest first
};
[[nodiscard]] http::Response collected_periods_page(const Context& context,
                                                    const CollectedPeriodsPage& page);

/// One number, agency by agency.
struct AgencyNumbers {
    const Indicator* indicator{};
    evidence::Rollup rollup{evidence::Rollup::as_then};
    std::vector<AgencyPart> parts{};  ///< by the rollup
    std::vector<AgencyPart> apart{};  ///< as sent: what cannot be added
};

/// One row of a table whose rows the form has, agency by agency, by the columns that add up.
struct AgencyColumn {
    const FormColumn* column{};
    std::vector<AgencyPart> parts{};  ///< by the rollup
};
struct AgencyRow {
    const FormTable* table{};
    std::string row{};  ///< its name
    evidence::Rollup rollup{evidence::Rollup::as_then};
    std::vector<AgencyColumn> columns{};
};

struct AggregatePage {
    Form form{};
    ReportPeriod period{};
    Collectors collectors{};
    FormContent definition{};
    Aggregate aggregate{};
    TableValues tables{};
    /// In the order of the directory: reports first, then who is only an heir.
    std::vector<organisation::AgencySummary> agencies{};
    std::optional<AgencyNumbers> numbers{};
    std::optional<AgencyRow> row{};
    std::string own_report{};  ///< code of the report that the collector makes of all; may be empty
    bool may_remind{};
    std::set<ReportId> reminded{};  ///< today
    web::Fault fault{};
};
[[nodiscard]] http::Response aggregate_page(const Context& context, const AggregatePage& page);

}  // namespace caicach::report
