#pragma once
#include <optional>

#include "plan/importer/agencies.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/words.hpp"

/// The words around agencies that say what is asked of them.
namespace caicach::plan::importer
{

/// "Đề nghị", "Giao", "Yêu cầu" before the agencies; the answer is the word behind.
struct Opening {
    std::size_t end{};
    bool requested{};
    bool passes_on{};  ///< one asks or charges another
};
[[nodiscard]] Opening opening_of(const Words& words, std::size_t at);

/// The word that tells a role at `at`; "Ban Chỉ đạo" directs nothing, and who is "được kiểm tra"
/// checks nothing.
[[nodiscard]] std::optional<PhraseTable<RoleVerb>::Hit> role_verb_at(const Words& words,
                                                                     std::size_t at);

/// "giao", "đề nghị" between two agencies: the word behind, 0 where none stands.
[[nodiscard]] std::size_t charge_end(const Words& words, std::size_t at);
/// The agencies behind "phối hợp với", "phối hợp cùng", "phối hợp, hướng dẫn": the partners.
[[nodiscard]] AgencyList partners_at(const Words& words, std::size_t at,
                                     const Gazetteer& gazetteer);

}  // namespace caicach::plan::importer
