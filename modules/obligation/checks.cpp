#include "obligation/checks.hpp"

#include "database/transaction.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{

Result<std::vector<std::string>> check_sums(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") +
               ": số đã làm khác với tổng các kết quả được tính. Hãy khôi phục cơ sở dữ liệu từ "
               "bản sao lưu.";
    };
    return transaction.all(sql::sum_differences, sentence);
}

Result<std::vector<std::string>> check_tally(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Hạn " + row.date("due_on").vietnamese() + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": bảng cộng khác với từng việc. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    return transaction.all(sql::tally_differences, sentence);
}

}  // namespace caicach::obligation
