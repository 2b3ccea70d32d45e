#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "calendar/window.hpp"
#include "database/transaction.hpp"
#include "evidence/figure.hpp"

/// The rows that figures of any days are added up from, inside this module.
namespace caicach::evidence
{

/// What an agency has in a window, or on one of its days.
struct DaySum {
    organisation::AgencyId agency{};
    Date day{};
    std::int64_t quantity{};
    std::int64_t facts{};
};

/// One for each agency: whole months from the sums by month, the days at both ends from those by
/// day. A window's sums are dated its first day.
[[nodiscard]] Result<std::vector<DaySum>> sums_in(database::Transaction& transaction,
                                                  const Figure& figure,
                                                  const calendar::Window& window);

/// The days of agencies; each agency is read once, for all figures.
class DaySums
{
public:
    DaySums(database::Transaction& transaction, const calendar::Window& window)
        : m_transaction(&transaction), m_window(window)
    {
    }

    /// Appends what the agency has of the figure, day by day.
    [[nodiscard]] Result<void> add(organisation::AgencyId agency, const Figure& figure,
                                   std::vector<DaySum>& sums);

private:
    struct Row {
        std::string product{};
        std::string kind{};
        DaySum sum{};
    };
    [[nodiscard]] Result<const std::vector<Row>*> rows_of(organisation::AgencyId agency);

    database::Transaction* m_transaction{};
    calendar::Window m_window{};
    std::map<organisation::AgencyId, std::vector<Row>> m_rows{};
};

}  // namespace caicach::evidence
