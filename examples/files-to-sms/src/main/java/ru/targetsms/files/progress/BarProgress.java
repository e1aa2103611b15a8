package ru.targetsms.files.progress;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws a bar on the terminal. */
final class BarProgress implements Progress {

    private final ProgressBar bar;

    BarProgress(String name, long size) {
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(size)
                .setUnit(" KB", 1024)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void at(long bytes, long messages, String counts) {
        bar.stepTo(bytes);
        bar.setExtraMessage(" " + counts);
    }

    @Override
    public void close() {
        bar.close();
    }
}
