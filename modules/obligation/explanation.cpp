#include "obligation/explanation.hpp"

#include <algorithm>
#include <utility>

#include "obligation/choosing.hpp"
#include "obligation/counting.hpp"
#include "obligation/limits.hpp"
#include "obligation/quota_key.hpp"
#include "obligation/state_views.hpp"

namespace caicach::obligation
{
namespace
{

std::string product_text(std::string_view key)
{
    const auto* product = evidence::product_of(key);
    return product == nullptr ? std::string{key} : product->text;
}

/// "Tháng 3/2026 (từ 01/03/2026 đến 31/03/2026)"
std::string period_in_words(const Obligation& obligation)
{
    return period_label(obligation) + " (từ " + obligation.begins_on.vietnamese() + " đến " +
           obligation.ends_on.vietnamese() + ")";
}

std::string late_in_words(const Obligation& obligation, Date day)
{
    if (day <= obligation.due_on) return {};
    return "; làm sau hạn " + obligation.due_on.vietnamese() + " nên là muộn";
}

/// Why it counts for nothing at all; empty where it counts.
std::string discounted(const evidence::RecordedFact& fact)
{
    switch (fact.standing) {
        case evidence::Standing::refused:
            return "người xét không công nhận kết quả";
        case evidence::Standing::taken_back:
            return "cơ quan đã rút lại kết quả";
        case evidence::Standing::superseded:
            return "đã có bản sửa thay cho kết quả";
        case evidence::Standing::counts:
            break;
    }
    return {};
}

std::string other_product(const Obligation& obligation, const evidence::RecordedFact& fact)
{
    if (obligation.product.empty())
        return "mục này không nêu loại sản phẩm, chỉ tính kết quả báo cho chính việc này";
    if (fact.product == obligation.product) return {};
    const auto needed = "việc cần loại “" + product_text(obligation.product) + "”, kết quả ";
    return fact.product.empty() ? needed + "không ghi loại nào"
                                : needed + "thuộc loại “" + product_text(fact.product) + "”";
}

std::string out_of_period(const Obligation& obligation, Date day)
{
    if (obligation.begins_on <= day && day <= obligation.ends_on) return {};
    return "làm ngày " + day.vietnamese() + ", ngoài kỳ " + period_in_words(obligation);
}

std::string counted_elsewhere(const Obligation& obligation, const std::vector<Obligation>& others)
{
    const auto other = std::ranges::find_if(others, [&](const Obligation& one) {
        return one.id != obligation.id && is_same_quota(one, obligation);
    });
    if (other == others.end()) return {};
    return "đã tính cho kỳ " + period_label(*other) +
           " của cùng định mức, mỗi kết quả chỉ tính một lần";
}

/// Of what is made for one duty.
std::string other_duty(const Obligation& obligation, const evidence::RecordedFact& fact,
                       const std::vector<Obligation>& others)
{
    if (!is_for_duty(fact.product)) return {};
    const bool is_reported_here = fact.source_object == obligation.id.value;
    if (fact.source_module == fact_source ? is_reported_here : others.empty()) return {};
    return "loại “" + product_text(fact.product) +
           "” chỉ tính cho một việc, và kết quả đã được báo cho việc khác";
}

/// Several duties ask for what is made for one.
std::string not_chosen(const Obligation& obligation, const evidence::RecordedFact& fact,
                       const std::vector<Obligation>& others)
{
    if (!may_be_chosen(obligation, fact, others)) return {};
    return "nhiều việc cùng cần loại “" + product_text(fact.product) +
           "”, mà chưa ai chọn kết quả tính cho việc nào";
}

/// Reported for one piece of work, while this one is of that product by its name alone.
std::string other_work(const Obligation& obligation, const evidence::RecordedFact& fact)
{
    const bool is_reported_elsewhere =
        fact.source_module == fact_source && fact.source_object != obligation.id.value;
    if (!is_reported_elsewhere || asks_by_unit(obligation)) return {};
    return "kết quả đã được báo cho việc khác, còn việc này không nêu số lượng theo loại ấy. Nếu "
           "cũng là kết quả của việc này thì báo ở đây";
}

std::string first_reason(const Obligation& obligation, const evidence::RecordedFact& fact,
                         const std::vector<Obligation>& others)
{
    for (auto reason :
         {discounted(fact), other_product(obligation, fact), other_duty(obligation, fact, others),
          out_of_period(obligation, fact.happened_on), counted_elsewhere(obligation, others),
          not_chosen(obligation, fact, others), other_work(obligation, fact)})
        if (!reason.empty()) return reason;
    if (obligation.closing == Closing::closed) return "việc đã khép lại khi kết quả được ghi";
    return "lúc ghi kết quả hệ thống chưa cộng vào việc này; đề nghị báo bộ phận vận hành để tính "
           "lại";
}

}  // namespace

std::string why_it_counts(const Explained& subject, const Count& count, std::string_view agency)
{
    const auto& obligation = subject.obligation;
    auto text = "Tính cho " + subject.work.path + " vì ";
    const auto late = late_in_words(obligation, count.happened_on);
    if (count.part)
        return text + "cơ quan đã giao xuống một phần việc này, và kết quả của " +
               std::string{agency} + " được tính cho phần ấy, kỳ " + period_label(obligation) +
               late + ".";
    if (count.reason == Count::Reason::reported)
        return text + "cơ quan báo cho chính việc này, kỳ " + period_label(obligation) + late + ".";
    if (count.reason == Count::Reason::product) {
        text += "cùng cơ quan";
    } else {
        text.append("là của ").append(agency).append(", nay do cơ quan này tiếp nhận");
    }
    return text + ", cùng loại sản phẩm (" + product_text(obligation.product) +
           ") và làm trong kỳ " + period_in_words(obligation) + late + ".";
}

std::string why_it_does_not(const Explained& subject, const evidence::RecordedFact& fact,
                            const std::vector<Obligation>& others)
{
    return "Không tính cho " + subject.work.path + " vì " +
           first_reason(subject.obligation, fact, others) + ".";
}

std::string why_undone(const Work& work, const Uncounted& undone)
{
    return "Không tính cho " + work.path + " vì người xét loại kết quả khỏi việc này ngày " +
           Date::of(undone.decided_at).vietnamese() + ": " + undone.reason;
}

Result<std::vector<NotCounted>> not_counted(database::Transaction& transaction,
                                            const Explained& subject,
                                            const std::vector<Count>& counts)
{
    const auto& obligation = subject.obligation;
    const auto around = TRY(evidence::listed_facts(
        transaction, {.agency = obligation.agency,
                      .product = obligation.product,
                      .from = obligation.begins_on.plus_days(-limits::explained_days),
                      .to = obligation.ends_on.plus_days(limits::explained_days),
                      .limit = limits::explained_facts_read_max}));
    ObligationStore store{transaction};
    const auto undone = TRY(uncounted_of(transaction, obligation.id));
    std::vector<NotCounted> all;
    for (const auto& fact : around) {
        if (all.size() == limits::explained_max) break;
        const bool is_reported_here =
            fact.source_module == fact_source && fact.source_object == obligation.id.value;
        const bool is_of_interest = !obligation.product.empty() || is_reported_here;
        const bool is_counted = std::ranges::find(counts, fact.id, &Count::fact) != counts.end();
        const bool is_undone = std::ranges::find(undone, fact.id, &Uncounted::fact) != undone.end();
        if (is_counted || is_undone || !is_of_interest) continue;
        const auto others = TRY(store.with_fact(fact.id));
        all.push_back({.fact = fact,
                       .why = why_it_does_not(subject, fact, others),
                       .may_be_chosen = may_be_chosen(obligation, fact, others)});
    }
    return all;
}

}  // namespace caicach::obligation
