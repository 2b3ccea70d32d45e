#include "document/word_expand.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "document/limits.hpp"
#include "document/word_runs.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

/// What a run is of, while the part is filled: the number of its tag. No name of any schema.
constexpr const char* mark = "caicach-tag";

/// Copied while a part is filled: a paragraph with its run and words has five.
constexpr std::size_t nodes_max = 5 * limits::official_pieces_max;

/// Where names are looked up: the things that are gone through, from the innermost out.
class Scope
{
public:
    explicit Scope(const json::Value& values) : m_levels{{&values, 0}} {}

    [[nodiscard]] Scope within(const json::Value& item, std::size_t number) const
    {
        auto inner = *this;
        inner.m_levels.push_back({&item, number});
        return inner;
    }
    [[nodiscard]] const json::Value& find(std::string_view name) const
    {
        static const json::Value nothing;
        for (const auto& level : std::views::reverse(m_levels)) {
            if (level.item->is_object() && level.item->has(name)) return (*level.item)[name];
        }
        return nothing;
    }
    [[nodiscard]] std::string words(std::string_view name) const
    {
        const auto& value = find(name);
        if (value.is_string()) return std::string(value.as_string());
        const auto number = m_levels.back().number;
        return name == "stt" && number > 0 ? std::to_string(number) : std::string{};
    }
    [[nodiscard]] bool holds(std::string_view name) const
    {
        const auto& value = find(name);
        if (value.is_string()) return !text::trim(value.as_string()).empty();
        if (value.is_array()) return !value.elements().empty();
        return value.as_bool();
    }

private:
    struct Level {
        const json::Value* item{};
        std::size_t number{};
    };
    std::vector<Level> m_levels;
};

class Expander
{
public:
    explicit Expander(const WordOutline& outline) : m_outline(outline) {}

    /// Every tag gets a run of its own, with its number on it.
    void set_apart()
    {
        std::size_t number = 0;
        for (const auto paragraph : m_outline.paragraphs) {
            WordRuns runs{paragraph};
            for (auto run : runs.set_apart(word_tags(runs.text())))
                run.append_attribute(mark).set_value(static_cast<unsigned long long>(number++));
        }
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
    Result<void> expand(pugi::xml_node parent, const Scope& scope)
    {
        for (auto one = parent.first_child(); one;) {
            auto next = one.next_sibling();
            const auto name = local_name(one);
            if (name == "p") {
                next = TRY(expand_paragraph(one, scope));
            } else if (name == "tr") {
                TRY(expand_row(one, scope));
            } else if (one.attribute(mark)) {
                next = TRY(expand_run(one, scope));
            } else {
                TRY(expand(one, scope));
            }
            one = next;
        }
        keep_sound(parent);
        return {};
    }

private:
    [[nodiscard]] const OutlinedTag& tag_of(pugi::xml_node run) const
    {
        return m_outline.tags[run.attribute(mark).as_ullong()];
    }
    /// The first run under the node that has a tag for which that holds.
    template <class Wanted>
    [[nodiscard]] pugi::xml_node find_run(pugi::xml_node node, Wanted wanted) const
    {
        return node.find_node(
            [&](pugi::xml_node one) { return one.attribute(mark) && wanted(tag_of(one)); });
    }
    [[nodiscard]] pugi::xml_node run_of(pugi::xml_node node, std::size_t number) const
    {
        return node.find_node([&](pugi::xml_node one) {
            return one.attribute(mark) && one.attribute(mark).as_ullong() == number;
        });
    }

    /// How often what lies between is written, and with which values.
    [[nodiscard]] std::vector<Scope> turns(const WordTag& tag, const Scope& scope) const
    {
        if (tag.kind == WordTagKind::repeat) {
            std::vector<Scope> all;
            std::size_t number = 0;
            const auto& list = scope.find(tag.name);
            if (!list.is_array()) return {};
            for (const auto& item : list.elements()) all.push_back(scope.within(item, ++number));
            return all;
        }
        const bool is_wanted = scope.holds(tag.name) == (tag.kind == WordTagKind::when);
        return is_wanted ? std::vector{scope} : std::vector<Scope>{};
    }

    Result<void> count(pugi::xml_node node)
    {
        for (auto one = node; one;) {
            if (++m_nodes > nodes_max)
                return failure(Failure::too_large, "document.limit.official", "",
                               {std::to_string(limits::official_pieces_max),
                                std::to_string(limits::official_text_bytes_max >> 20U)});
            if (one.first_child()) {
                one = one.first_child();
                continue;
            }
            while (one != node && !one.next_sibling()) one = one.parent();
            if (one == node) break;
            one = one.next_sibling();
        }
        return {};
    }

    /// A bookmark stands in a file once.
    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::xml_depth_max
    static void forget_bookmarks(pugi::xml_node node)
    {
        for (auto one = node.first_child(); one;) {
            const auto next = one.next_sibling();
            const auto name = local_name(one);
            if (name == "bookmarkStart" || name == "bookmarkEnd")
                node.remove_child(one);
            else
                forget_bookmarks(one);
            one = next;
        }
    }

    /// What stands between two siblings, once for each turn, before the first of them; then they go
    /// with what they held.
    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::template_depth_max
    Result<void> repeat_between(pugi::xml_node first, pugi::xml_node last,
                                const std::vector<Scope>& scopes)
    {
        auto parent = first.parent();
        for (const auto& scope : scopes) {
            // A box of its own while it is filled: what is written is not read again.
            auto box = parent.insert_child_before("caicach-box", first);
            for (auto one = first.next_sibling(); one && one != last; one = one.next_sibling()) {
                TRY(count(one));
                box.append_copy(one);
            }
            if (&scope != &scopes.front()) forget_bookmarks(box);
            TRY(expand(box, scope));
            while (const auto made = box.first_child()) parent.insert_move_before(made, box);
            parent.remove_child(box);
        }
        while (first.next_sibling() != last) parent.remove_child(first.next_sibling());
        parent.remove_child(first);
        parent.remove_child(last);
        return {};
    }

    /// Fills it; the node to go on with.
    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::template_depth_max
    Result<pugi::xml_node> expand_paragraph(pugi::xml_node paragraph, const Scope& scope)
    {
        const auto next = paragraph.next_sibling();
        const auto first = find_run(paragraph, [](const OutlinedTag&) { return true; });
        if (first) {
            const auto& one = tag_of(first);
            const bool begins =
                one.tag.kind != WordTagKind::field && one.tag.kind != WordTagKind::end;
            if (begins && one.shape == WordBlockShape::paragraphs) {
                for (auto end = next; end; end = end.next_sibling()) {
                    if (!run_of(end, one.partner)) continue;
                    const auto behind = end.next_sibling();
                    TRY(repeat_between(paragraph, end, turns(one.tag, scope)));
                    return behind;
                }
                return failure(Failure::invalid, "document.template.broken");
            }
            if (one.tag.kind == WordTagKind::field && is_alone(paragraph, first))
                split_lines(paragraph, first, scope.words(one.tag.name));
        }
        TRY(expand(paragraph, scope));
        return next;
    }

    [[nodiscard]] static bool is_alone(pugi::xml_node paragraph, pugi::xml_node run)
    {
        const auto own = text::trim(WordRuns{run}.text()).size();
        return text::trim(WordRuns{paragraph}.text()).size() == own;
    }

    /// Of a value of several lines each but the last one gets a paragraph before.
    void split_lines(pugi::xml_node paragraph, pugi::xml_node run, const std::string& words)
    {
        const auto lines = text::split(words, '\n');
        const auto number = run.attribute(mark).as_ullong();
        for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
            auto before = paragraph.parent().insert_copy_before(paragraph, paragraph);
            auto own = run_of(before, number);
            own.remove_attribute(mark);
            write(own, lines[at]);
        }
        run.remove_attribute(mark);
        write(run, lines.empty() ? std::string_view{} : lines.back());
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::template_depth_max
    Result<void> expand_row(pugi::xml_node row, const Scope& scope)
    {
        const auto first = find_run(row, [](const OutlinedTag& one) {
            return one.tag.kind != WordTagKind::field && one.shape == WordBlockShape::row;
        });
        if (!first) return expand(row, scope);
        const auto& one = tag_of(first);
        const auto last = run_of(row, one.partner);
        if (!last) return failure(Failure::invalid, "document.template.broken");
        first.parent().remove_child(first);
        last.parent().remove_child(last);
        auto table = row.parent();
        const auto before = row.previous_sibling();
        for (const auto& turn : turns(one.tag, scope)) {
            TRY(count(row));
            auto made = table.insert_copy_before(row, row);
            if (made.previous_sibling() != before) forget_bookmarks(made);
            TRY(expand_row(made, turn));
        }
        table.remove_child(row);
        return {};
    }

    // NOLINTNEXTLINE(misc-no-recursion): bounded by limits::template_depth_max
    Result<pugi::xml_node> expand_run(pugi::xml_node run, const Scope& scope)
    {
        const auto& one = tag_of(run);
        if (one.tag.kind == WordTagKind::field) {
            const auto next = run.next_sibling();
            run.remove_attribute(mark);
            write(run, scope.words(one.tag.name));
            return next;
        }
        for (auto end = run.next_sibling(); end; end = end.next_sibling()) {
            if (!end.attribute(mark) || end.attribute(mark).as_ullong() != one.partner) continue;
            const auto next = end.next_sibling();
            TRY(repeat_between(run, end, turns(one.tag, scope)));
            return next;
        }
        return failure(Failure::invalid, "document.template.broken");
    }

    /// The value in the place of the run's words; its lines are broken as Word breaks them.
    static void write(pugi::xml_node run, std::string_view words)
    {
        while (const auto old = child(run, "t")) run.remove_child(old);
        bool is_first = true;
        const auto clean = text::clean_input(words);
        for (const auto line : text::split(clean, '\n')) {
            if (!is_first) append_like(run, "br");
            is_first = false;
            set_words(append_like(run, "t"), line);
        }
    }

    /// Word opens no table without a row and no cell without a paragraph.
    static void keep_sound(pugi::xml_node parent)
    {
        const auto name = local_name(parent);
        const bool is_empty_table = name == "tbl" && !child(parent, "tr") && !child(parent, "sdt");
        if (is_empty_table) {
            while (parent.first_child()) parent.remove_child(parent.first_child());
            parent.set_name("caicach-gone");
            return;
        }
        for (auto one = parent.first_child(); one;) {
            const auto next = one.next_sibling();
            if (std::string_view{one.name()} == "caicach-gone") parent.remove_child(one);
            one = next;
        }
        const bool needs_paragraph = name == "tc" || name == "hdr" || name == "ftr";
        const auto last = parent.last_child();
        if (needs_paragraph && (!last || local_name(last) != "p")) append_like(parent, "p");
    }

    const WordOutline& m_outline;
    std::size_t m_nodes{};
};

}  // namespace

Result<void> expand_word(pugi::xml_node root, const WordOutline& outline, const json::Value& values)
{
    if (outline.paragraphs.empty()) return {};
    Expander expander{outline};
    expander.set_apart();
    return expander.expand(root, Scope{values});
}

}  // namespace caicach::document
