#include "obligation/checks.hpp"

#include <algorithm>
#include <iterator>

#include "database/transaction.hpp"
#include "database/turn.hpp"
#include "obligation/counting.hpp"
#include "obligation/missed.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t shown_max = 100;
constexpr std::string_view how_to_mend =
    " Hãy chạy “caicach check figures --repair” để cộng lại từ các kết quả.";
constexpr std::string_view how_to_restore = " Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";

ObligationId id_from(const database::Row& row) { return row.id<ObligationId>("id"); }

Result<void> settle_differences(database::Transaction& transaction)
{
    std::vector<ObligationId> before;
    for (bool goes_on = true; goes_on;) {
        const auto wrong = TRY(transaction.all(sql::sum_differences, id_from));
        for (const auto id : wrong) TRY(settle_anew(transaction, id));
        // What settling does not mend the check goes on naming.
        goes_on = !wrong.empty() && wrong != before;
        before = wrong;
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> check_sums(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") + ": số đã làm khác với tổng các kết quả được tính." +
               std::string{how_to_mend};
    };
    auto sentences = TRY(transaction.all(sql::sum_differences, sentence));
    const auto part_sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") +
               ": kết quả của phần đã giao cho đơn vị không khớp với việc ở cơ quan giao." +
               std::string{how_to_restore};
    };
    const auto misfit_sentence = [](const database::Row& row) {
        return "Việc " + row.string("code") +
               ": có kết quả được tính mà không hợp với loại sản phẩm, thời gian của việc, hoặc đã "
               "bị loại khỏi việc." +
               std::string{how_to_restore};
    };
    auto misfits = TRY(transaction.all(sql::count_misfits, misfit_sentence));
    std::ranges::move(misfits, std::back_inserter(sentences));
    auto of_parts = TRY(transaction.all(sql::part_count_differences, part_sentence));
    std::ranges::move(of_parts, std::back_inserter(sentences));
    const auto missed = TRY(missed_counts(context, transaction));
    for (const auto& one : missed) {
        if (sentences.size() >= shown_max) break;
        sentences.push_back("Việc " + one.obligation_code + ": kết quả " + one.fact_code +
                            " hợp với việc mà chưa được tính." + std::string{how_to_mend});
    }
    return sentences;
}

Result<std::vector<std::string>> check_tally(Context& context)
{
    auto transaction = TRY(context.read());
    const auto sentence = [](const database::Row& row) {
        return "Hạn " + row.date("due_on").vietnamese() + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) + ": bảng cộng khác với từng việc." +
               std::string{how_to_mend};
    };
    auto sentences = TRY(transaction.all(sql::tally_differences, sentence));
    const auto item_sentence = [](const database::Row& row) {
        return "Mục số " + std::to_string(row.integer("lineage")) + " của cơ quan số " +
               std::to_string(row.integer("agency_id")) +
               ": bảng cộng theo mục khác với từng việc." + std::string{how_to_mend};
    };
    auto of_items = TRY(transaction.all(sql::item_tally_differences, item_sentence));
    std::ranges::move(of_items, std::back_inserter(sentences));
    const auto given_sentence = [](const database::Row& row) {
        return "Hạn " + row.date("due_on").vietnamese() + " của phần mà cơ quan số " +
               std::to_string(row.integer("giver_id")) + " giao cho cơ quan số " +
               std::to_string(row.integer("agency_id")) + ": bảng cộng khác với từng việc." +
               std::string{how_to_mend};
    };
    auto of_parts = TRY(transaction.all(sql::part_tally_differences, given_sentence));
    std::ranges::move(of_parts, std::back_inserter(sentences));
    return sentences;
}

Result<void> add_up_anew(Context& context, database::Transaction& transaction)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto missed = TRY(missed_counts(context, transaction));
    for (const auto& one : missed) {
        const auto fact = TRY(evidence::fact_by_id(transaction, one.fact));
        TRY(hear_review(context, transaction, {.fact = fact, .counts = true}));
    }
    TRY(settle_differences(transaction));
    const auto plans = TRY(plan::plans_in_force(transaction));
    for (const auto& plan : plans) TRY(ObligationStore{transaction}.retell_tally(plan.id));
    return context.record(transaction, "obligation.sums.renewed", "obligation.sums", 0);
}

}  // namespace caicach::obligation
