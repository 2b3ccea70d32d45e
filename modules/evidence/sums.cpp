#include "evidence/sums.hpp"

#include "evidence/sql.hpp"

namespace caicach::evidence
{

Result<void> change_sum(database::Transaction& transaction, const RecordedFact& fact, Change change)
{
    constexpr std::size_t month_length = 7;  // "2026-03"
    const auto month = fact.happened_on.iso().substr(0, month_length);
    const std::int64_t sign = change == Change::added ? 1 : -1;
    return transaction.change_one(sql::add_to_sum, fact.agency, fact.product, fact.kind, month,
                                  sign, sign * fact.quantity);
}

Result<std::vector<std::string>> check_sums(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Tháng " + row.string("month") + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ", loại “" + row.string("product") +
               "”: số cộng khác với sổ kết quả. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    return transaction.all(sql::sum_differences, sentence);
}

}  // namespace caicach::evidence
