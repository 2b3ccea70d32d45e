#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// Plans that a text cites by their name alone: "thực hiện Kế hoạch cải cách hành chính năm 2026".
/// One that the text has cited by number before, and the plan itself, are no new ones.
class CitedPlans
{
public:
    /// `own_title`: the title of the document that cites.
    explicit CitedPlans(std::string_view own_title);

    /// The words behind a numbered citation tell what it is about.
    void describe(const Words& words, std::size_t at);
    /// The end of the name of a plan not cited before that begins at `at`, 0 where none does.
    [[nodiscard]] std::size_t name_end(const Words& words, std::size_t at) const;

    /// The words [from, to) name a plan whose number was cited before.
    [[nodiscard]] bool was_described(const Words& words, std::size_t from, std::size_t to) const;

private:
    [[nodiscard]] bool describes(const std::string& about, const std::string& year) const;

    std::string m_own_title{};
    std::vector<std::string> m_described{};
};

}  // namespace caicach::plan::importer
