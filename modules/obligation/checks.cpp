#include "obligation/checks.hpp"

#include <algorithm>
#include <iterator>

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
    auto sentences = TRY(transaction.all(sql::sum_differences, sentence));
    const auto part_sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") +
               ": kết quả của phần đã giao cho đơn vị không khớp với việc ở cơ quan giao. Hãy khôi "
               "phục cơ sở dữ liệu từ bản sao lưu.";
    };
    const auto misfit_sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") +
               ": có kết quả được tính mà không hợp với loại sản phẩm, thời gian của việc, hoặc đã "
               "bị loại khỏi việc. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    auto misfits = TRY(transaction.all(sql::count_misfits, misfit_sentence));
    std::ranges::move(misfits, std::back_inserter(sentences));
    auto of_parts = TRY(transaction.all(sql::part_count_differences, part_sentence));
    std::ranges::move(of_parts, std::back_inserter(sentences));
    return sentences;
}

Result<std::vector<std::string>> check_tally(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Hạn " + row.date("due_on").vietnamese() + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": bảng cộng khác với từng việc. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    auto sentences = TRY(transaction.all(sql::tally_differences, sentence));
    const auto item_sentence = [](const database::Row& row) {
        return "Mục số " + std::to_string(row.integer("lineage")) + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": bảng cộng theo mục khác với từng việc. Hãy khôi phục cơ sở dữ liệu từ bản sao "
               "lưu.";
    };
    auto of_items = TRY(transaction.all(sql::item_tally_differences, item_sentence));
    std::ranges::move(of_items, std::back_inserter(sentences));
    const auto given_sentence = [](const database::Row& row) {
        return "Hạn " + row.date("due_on").vietnamese() + " của phần mà cơ quan số " +
               std::to_string(row.integer("giver_id")) + " giao cho cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": bảng cộng khác với từng việc. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
    };
    auto of_parts = TRY(transaction.all(sql::part_tally_differences, given_sentence));
    std::ranges::move(of_parts, std::back_inserter(sentences));
    return sentences;
}

}  // namespace caicach::obligation
