#pragma once
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "http/response.hpp"

namespace caicach::newsroom
{

/// Pages as everybody gets them, kept as bytes until what readers see changes. Any thread.
///
/// A page holds more than articles: names of agencies, plans, the menu. Those may be a minute old,
/// as they may be in every other cache on the way (http::Caching::brief); articles never.
class PageCache
{
public:
    struct Page {
        http::Response plain{};
        std::string compressed{};  ///< by gzip; empty where that saves nothing
    };
    // Shared: an answer under way keeps its page while the cache lets it go.
    using Held = std::shared_ptr<const Page>;

    static constexpr std::size_t bytes_max = 32U * 1024 * 1024;
    static constexpr std::size_t page_bytes_max = 1024U * 1024;  ///< longer ones are made each time
    static constexpr std::int64_t seconds_max = 60;

    explicit PageCache(std::size_t bytes = bytes_max) : m_bytes_max(bytes) {}

    /// Nothing where it was never kept, or is of another version, or too old.
    [[nodiscard]] Held find(std::string_view path, std::int64_t version, Instant now);
    /// `version` is that of before the page was made: what was published meanwhile makes the page
    /// newer than its version, never older.
    [[nodiscard]] Held keep(std::string_view path, std::int64_t version, Instant now,
                            http::Response response);

    [[nodiscard]] std::size_t bytes() const;

private:
    struct Entry {
        std::string path{};
        Instant made_at{};
        std::size_t bytes{};
        Held page{};
    };
    using Entries = std::list<Entry>;

    /// What is of another version is worth nothing any more.
    void turn_to(std::int64_t version);
    void drop(Entries::iterator entry);

    std::size_t m_bytes_max;
    mutable std::mutex m_mutex{};
    std::int64_t m_version{};
    std::size_t m_bytes{};
    Entries m_entries{};  ///< the one used last stands first
    std::unordered_map<std::string_view, Entries::iterator> m_by_path{};  ///< keys lie in entries
};

}  // namespace caicach::newsroom
