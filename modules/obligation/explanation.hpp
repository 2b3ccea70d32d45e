#pragma once
#include <string>
#include <vector>

#include "evidence/api.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/uncounted.hpp"
#include "obligation/work.hpp"

/// Why a fact counts for an obligation, or why it does not: in sentences, for people.
namespace caicach::obligation
{

/// An obligation with what is said of it.
struct Explained {
    const Obligation& obligation;
    const Work& work;
};

/// "Tính cho II.1 vì cùng cơ quan, cùng loại sản phẩm (Tin, bài) và làm trong kỳ Tháng 3/2026 (từ
/// 01/03/2026 đến 31/03/2026)". `agency` names whose fact it is; said where it is a predecessor's,
/// or a unit's to which a part was handed on.
[[nodiscard]] std::string why_it_counts(const Explained& subject, const Count& count,
                                        std::string_view agency);

/// "Không tính cho II.1 vì …", of a fact of the obligation's agency; `others` are the obligations
/// that it counts for. The first reason that holds: it does not count at all, brings another
/// product, was made for another duty, was not done in the period, counts for another period of the
/// same quota, or nothing is owed any more.
[[nodiscard]] std::string why_it_does_not(const Explained& subject,
                                          const evidence::RecordedFact& fact,
                                          const std::vector<Obligation>& others);

/// "Không tính cho II.9 vì người xét loại kết quả khỏi việc này ngày 05/03/2026: lớp học về ISO",
/// of a match that somebody undid.
[[nodiscard]] std::string why_undone(const Work& work, const Uncounted& undone);

/// Facts of the obligation's agency that somebody may look for on its page and that do not count
/// for it: reported for it, or of its product and within a month of its period; newest first.
struct NotCounted {
    evidence::RecordedFact fact{};
    std::string why{};
    bool may_be_chosen{};  ///< by the agency, for this obligation (choosing.hpp)
};
[[nodiscard]] Result<std::vector<NotCounted>> not_counted(database::Transaction& transaction,
                                                          const Explained& subject,
                                                          const std::vector<Count>& counts);

}  // namespace caicach::obligation
