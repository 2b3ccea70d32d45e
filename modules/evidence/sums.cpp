#include "evidence/sums.hpp"

#include <iterator>
#include <string_view>

#include "database/turn.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

/// The ledger is whole: nothing is lost, and nothing needs to come from a backup.
constexpr std::string_view how_to_mend =
    " Sổ còn nguyên; hãy chạy “caicach check figures --repair” để cộng lại từ sổ.";

}  // namespace

Result<void> change_sum(database::Transaction& transaction, const RecordedFact& fact, Change change)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    const auto month = fact.happened_on.iso().substr(0, month_length);
    const std::int64_t sign = change == Change::added ? 1 : -1;
    TRY(transaction.change_one(sql::add_to_sum, fact.agency, fact.product, fact.kind, month, sign,
                               sign * fact.quantity));
    TRY(transaction.change_one(sql::add_to_day_sum, fact.agency, fact.happened_on, fact.product,
                               fact.kind, sign, sign * fact.quantity));
    TRY(transaction.change(sql::add_to_coverage, fact.id, fact.agency, fact.product, month, sign));
    return {};
}

Result<std::vector<std::string>> check_sums(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Tháng " + row.string("month") + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số cộng khác với sổ kết quả." + std::string{how_to_mend};
    };
    auto problems = TRY(transaction.all(sql::sum_differences, sentence));
    const auto day_sentence = [](const database::Row& row) {
        return "Ngày " + row.date("day").vietnamese() + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số cộng theo ngày khác với sổ kết quả." + std::string{how_to_mend};
    };
    auto days = TRY(transaction.all(sql::day_sum_differences, day_sentence));
    problems.insert(problems.end(), std::make_move_iterator(days.begin()),
                    std::make_move_iterator(days.end()));
    const auto coverage_sentence = [](const database::Row& row) {
        return "Tháng " + row.string("month") + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số lần kiểm tra cơ quan số " + std::to_string(row.integer("subject_id")) +
               " khác với sổ kết quả." + std::string{how_to_mend};
    };
    auto coverage = TRY(transaction.all(sql::coverage_differences, coverage_sentence));
    problems.insert(problems.end(), std::make_move_iterator(coverage.begin()),
                    std::make_move_iterator(coverage.end()));
    return problems;
}

Result<void> add_up_anew(Context& context, database::Transaction& transaction)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    for (const auto statement : {sql::clear_sums, sql::fill_sums, sql::clear_day_sums,
                                 sql::fill_day_sums, sql::clear_coverage, sql::fill_coverage})
        TRY(transaction.change(statement));
    return context.record(transaction, "evidence.sums.renewed", "evidence.sums", 0);
}

}  // namespace caicach::evidence
