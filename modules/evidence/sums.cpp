#include "evidence/sums.hpp"

#include <iterator>

#include "evidence/sql.hpp"

namespace caicach::evidence
{

Result<void> change_sum(database::Transaction& transaction, const RecordedFact& fact, Change change)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    const auto month = fact.happened_on.iso().substr(0, month_length);
    const std::int64_t sign = change == Change::added ? 1 : -1;
    TRY(transaction.change_one(sql::add_to_sum, fact.agency, fact.product, fact.kind, month, sign,
                               sign * fact.quantity));
    TRY(transaction.change(sql::add_to_coverage, fact.id, fact.agency, fact.product, month, sign));
    return {};
}

Result<std::vector<std::string>> check_sums(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Tháng " + row.string("month") + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số cộng khác với sổ kết quả. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    auto problems = TRY(transaction.all(sql::sum_differences, sentence));
    const auto coverage_sentence = [](const database::Row& row) {
        return "Tháng " + row.string("month") + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số lần kiểm tra cơ quan số " + std::to_string(row.integer("subject_id")) +
               " khác với sổ kết quả. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    auto coverage = TRY(transaction.all(sql::coverage_differences, coverage_sentence));
    problems.insert(problems.end(), std::make_move_iterator(coverage.begin()),
                    std::make_move_iterator(coverage.end()));
    return problems;
}

}  // namespace caicach::evidence
