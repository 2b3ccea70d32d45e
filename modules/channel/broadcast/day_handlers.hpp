#pragma once
#include <optional>
#include <string>
#include <vector>

#include "channel/broadcast/broadcast.hpp"
#include "http/form.hpp"
#include "http/response.hpp"
#include "manifest/context.hpp"
#include "manifest/module.hpp"
#include "web/components/fault.hpp"

/// The page of a day of an agency's loudspeakers, where its officer signs what went out.
namespace caicach::channel
{

/// A time of the day, as it was planned, as it was signed, or both.
struct DayRow {
    std::string script_code{};  ///< empty: it stands in the log alone
    std::string title{};
    int minute{};
    std::int64_t seconds{};
    bool is_due{};
    std::optional<Broadcast> line{};
    std::string signer{};
    std::string fact_path{};  ///< empty: none
};

struct DayPage {
    http::Form form{};
    web::Fault fault{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< that the person may choose
    Date day{};
    Date today{};
    std::vector<DayRow> rows{};
    std::vector<Date> unsigned_days{};  ///< before today, lately
    bool may_sign{};
};
[[nodiscard]] http::Response day_page(const Context& context, const DayPage& page);

void add_days(Module& module);

}  // namespace caicach::channel
