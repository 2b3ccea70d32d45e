#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::text
{

/// The texts that people read, by key; filled once at start from PO files (a subset of gettext's:
/// comments, msgid, msgstr, continued strings; no plurals or contexts), then only read.
class Messages
{
public:
    /// Adds a catalogue; fails with the number of the line that is no PO, or that gives a key a
    /// second text.
    [[nodiscard]] Result<void> add(std::string_view po_text);

    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const;
    /// The text of the key with {0}, {1} … filled; a key without text answers a general sentence
    /// that names the key, so that nobody faces an empty page.
    [[nodiscard]] std::string render(std::string_view key,
                                     const std::vector<std::string>& arguments = {}) const;
    [[nodiscard]] std::string render(const Error& error) const;

    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    /// All keys in order, for the check that each key used has a text and each text is used.
    [[nodiscard]] std::vector<std::string_view> keys() const;

private:
    std::map<std::string, std::string, std::less<>> m_texts{};
};

}  // namespace caicach::text
