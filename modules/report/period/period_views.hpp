#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/period/opening.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// A period of the calendar that may be opened by hand.
struct OfferedPeriod {
    std::string key{};
    std::string label{};  ///< "quý IV năm 2026, hạn gửi 17/12/2026"
};

/// Whom a request may name.
struct OfferedReporter {
    std::string word{};  ///< key of a group or code of an agency
    std::string name{};
    bool is_chosen{};
};

/// What was typed of a request, to be shown again.
struct TypedRequest {
    std::string title{};
    std::string from{};
    std::string until{};
    std::string due{};
    std::string asked_by{};
    std::string asked_document{};
};

struct PeriodOpeningPage {
    Form form{};
    bool is_ad_hoc{};
    std::vector<OfferedPeriod> offered{};      ///< of a form with periods
    std::vector<OfferedReporter> reporters{};  ///< of an ad hoc form
    TypedRequest typed{};
    std::vector<ReportPeriod> opened{};  ///< the latest first
    std::string key{};                   ///< of one sending
    web::Fault fault{};
};
[[nodiscard]] http::Response period_opening_page(const Context& context,
                                                 const PeriodOpeningPage& page);

}  // namespace caicach::report
