#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "json/value.hpp"

namespace caicach::report
{

struct IntegerBounds {
    std::int64_t lowest{};
    std::int64_t highest{};
};

/// Reads the members of one JSON object, each once, and notes all that is wrong with them; what is
/// not there stays as it is. `end` notes members that nobody read.
class ObjectReader
{
public:
    /// `value` and `faults` must outlive it. `pointer` is where the object stands.
    ObjectReader(const json::Value& value, std::string pointer, std::vector<Error>& faults);

    void text(std::string_view name, std::string& out, std::size_t length_max);
    void texts(std::string_view name, std::vector<std::string>& out, std::size_t count_max,
               std::size_t length_max);
    void integer(std::string_view name, int& out, const IntegerBounds& bounds);
    void flag(std::string_view name, bool& out);
    /// One of the words, by its place among them.
    template <class Enum, std::size_t Count>
    void choice(std::string_view name, Enum& out, const std::array<std::string_view, Count>& words)
    {
        const auto at = place(name, {words.data(), words.size()});
        if (at < words.size()) out = static_cast<Enum>(at);
    }
    template <class Enum, std::size_t Count>
    void choices(std::string_view name, std::vector<Enum>& out,
                 const std::array<std::string_view, Count>& words)
    {
        std::vector<std::string> read;
        texts(name, read, words.size(), word_length_max);
        for (std::size_t i = 0; i < read.size(); ++i) {
            const auto at = place_of(read[i], {words.data(), words.size()},
                                     pointer_to(name) + "/" + std::to_string(i));
            if (at < words.size()) out.push_back(static_cast<Enum>(at));
        }
    }
    /// Whether there is an object; `read` gets a reader of it.
    bool object(std::string_view name, const std::function<void(ObjectReader&)>& read);
    /// Each element of an array, which must be an object.
    void objects(std::string_view name, std::size_t count_max,
                 const std::function<void(ObjectReader&)>& read);

    [[nodiscard]] bool has(std::string_view name) const { return m_value.has(name); }
    /// Of a member; without name, of the object itself.
    void note(std::string_view name, std::string key, std::vector<std::string> arguments = {});
    /// Every reader ends so.
    void end();

private:
    static constexpr std::size_t word_length_max = 64;

    struct Words {
        const std::string_view* first{};
        std::size_t count{};
    };

    const json::Value* member(std::string_view name);
    [[nodiscard]] std::string pointer_to(std::string_view name) const;
    std::size_t place(std::string_view name, Words words);
    std::size_t place_of(std::string_view word, Words words, const std::string& pointer);
    void note_at(std::string pointer, std::string key, std::vector<std::string> arguments = {});

    const json::Value& m_value;
    std::string m_pointer;
    std::vector<Error>& m_faults;
    std::vector<std::string_view> m_read{};
};

}  // namespace caicach::report
