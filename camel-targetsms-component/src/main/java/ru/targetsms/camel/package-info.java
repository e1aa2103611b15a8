/** The Camel component: endpoints, options, headers, and what producers of one account share. */
package ru.targetsms.camel;
