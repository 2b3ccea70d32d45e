#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "report/filling/filling_views.hpp"
#include "report/flow/flow_views.hpp"
#include "report/form/form_store.hpp"
#include "report/paper/paper_part_views.hpp"
#include "report/report_store.hpp"

namespace caicach::report
{

/// Which part of an agency's reports a list shows.
enum class Standing { all, owed, overdue, returned, sent };
[[nodiscard]] std::string_view name_of(Standing standing);   ///< in addresses: "con-phai-gui"
[[nodiscard]] std::string_view label_of(Standing standing);  ///< "Còn phải gửi"

struct ReportListPage {
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< to choose from; empty: but one
    std::vector<Form> forms{};
    std::string form{};  ///< code
    int year{};          ///< of the due days; 0: all
    Standing standing{};
    std::vector<ListedReport> reports{};
    std::string next_path{};
    std::string csv_path{};
};
[[nodiscard]] http::Response report_list_page(const Context& context, const ReportListPage& page);

struct ReportPage {
    Report report{};
    ReportPeriod period{};
    Form form{};
    organisation::AgencySummary agency{};
    organisation::AgencySummary collector{};
    int form_version{};
    FillingPage filling{};
    FlowPart flow{};
    PaperPart paper{};
    int status{200};
};
[[nodiscard]] http::Response report_page(const Context& context, const ReportPage& page);

}  // namespace caicach::report
