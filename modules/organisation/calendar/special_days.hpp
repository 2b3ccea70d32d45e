#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "calendar/special_day.hpp"
#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// The days of the province's calendar that are not as their weekday says. No day is in two rows.
namespace caicach::organisation
{

struct SpecialDayTag;
using SpecialDayId = Id<SpecialDayTag>;

struct KeptDay {
    SpecialDayId id{};
    calendar::SpecialDay day{};
    std::int64_t version{};
};

/// In the order of their days.
[[nodiscard]] Result<std::vector<KeptDay>> special_days(database::Transaction& transaction);
/// The row that begins on the day. not_found "organisation.calendar.day_not_found".
[[nodiscard]] Result<KeptDay> special_day(database::Transaction& transaction, Date first);

/// invalid "organisation.calendar.backwards", "….too_long", "….year", "….name_missing",
/// "….name_too_long", "….source_missing", "….source_too_long", "….not_a_weekend" (worked days are
/// Saturdays or Sundays), "….not_a_weekday" (half days are others).
[[nodiscard]] Result<void> check(const calendar::SpecialDay& day);

/// What follows of each is told by what they answer: the due dates that moved. They are kept when
/// the transaction is. conflict "organisation.calendar.overlaps": a day is in another row already.
[[nodiscard]] Result<std::vector<MovedDueDate>> add_special_days(
    Context& context, database::Transaction& transaction,
    std::span<const calendar::SpecialDay> days);
/// conflict "base.changed_meanwhile" where somebody changed the row in between.
[[nodiscard]] Result<std::vector<MovedDueDate>> change_special_day(
    Context& context, database::Transaction& transaction, const KeptDay& row,
    const calendar::SpecialDay& day);
[[nodiscard]] Result<std::vector<MovedDueDate>> remove_special_day(
    Context& context, database::Transaction& transaction, const KeptDay& row);

/// The rows of data/reference/days_off.csv. invalid "text.table.malformed" with the line.
[[nodiscard]] Result<std::vector<calendar::SpecialDay>> reference_days();
/// Those that were never here, where no row of people has their days.
[[nodiscard]] Result<void> load_special_days(database::Transaction& transaction);

/// Rows of a table as the page exports it, or as spreadsheets put it on the clipboard: first day,
/// last day, kind (key or words), name, source; a row of titles is passed over. invalid
/// "organisation.calendar.row" with the number of the row, "….rows_missing", "….rows_too_many", and
/// what `check` refuses.
[[nodiscard]] Result<std::vector<calendar::SpecialDay>> days_in_table(std::string_view text);
/// The same as CSV.
[[nodiscard]] std::string days_csv(std::span<const KeptDay> days);

}  // namespace caicach::organisation
